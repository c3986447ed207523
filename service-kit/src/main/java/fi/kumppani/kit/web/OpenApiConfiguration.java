package fi.kumppani.kit.web;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.AccessDescription;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;

import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Describes in OpenAPI what the kit's own arguments ask of a request, who may call what ({@code
 * x-access}), and what a problem looks like.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        CurrentUser.class,
                        IdempotencyKey.class,
                        IfMatch.class,
                        Cursor.class,
                        ReaderLanguage.class)
                .replaceWithSchema(
                        Euros.class, new StringSchema().pattern("[0-9]{1,11}(\\.[0-9]{1,2})?"))
                .replaceWithSchema(MunicipalityCode.class, new StringSchema().pattern("[0-9]{3}"));
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(@Value("${spring.application.name:kumppani}") String name) {
        // Relative to where the description is read, so that it holds behind the portal as well.
        Server here = new Server().url("..");
        return new OpenAPI()
                .info(new Info().title("Kumppani: " + name).version("1"))
                .servers(List.of(here))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT"))
                                .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OperationCustomizer kitOperations() {
        return (operation, handler) -> {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                describe(parameter, operation);
            }
            describeAccess(operation, handler);
            describeProblems(operation);
            return operation;
        };
    }

    private static void describe(MethodParameter parameter, Operation operation) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        if (type == IdempotencyKey.class) {
            header(operation, IdempotencyKeyArgument.HEADER)
                    .required(true)
                    .schema(new StringSchema().minLength(8).maxLength(128))
                    .description("A key of the caller's own making; a repeat creates nothing new");
        } else if (type == IfMatch.class) {
            header(operation, HttpHeaders.IF_MATCH)
                    .required(true)
                    .schema(new StringSchema())
                    .description("The ETag of what was read");
        } else if (type == ReaderLanguage.class) {
            query(operation, ReaderLanguageArgument.PARAMETER)
                    .schema(new StringSchema()._enum(List.of("fi", "sv", "en")))
                    .description("The reader's language, before Accept-Language");
        } else if (type == Cursor.class) {
            query(operation, CursorArgument.CURSOR)
                    .schema(new StringSchema())
                    .description("Where to go on, taken from a page");
            query(operation, CursorArgument.LIMIT)
                    .schema(
                            new IntegerSchema()
                                    .minimum(BigDecimal.ONE)
                                    .maximum(BigDecimal.valueOf(CursorArgument.GREATEST_LIMIT)))
                    .description("How many; " + CursorArgument.DEFAULT_LIMIT + " when not given");
        }
    }

    private static Parameter header(Operation operation, String name) {
        return added(operation, new Parameter().in("header").name(name));
    }

    private static Parameter query(Operation operation, String name) {
        return added(operation, new Parameter().in("query").name(name));
    }

    private static Parameter added(Operation operation, Parameter parameter) {
        operation.addParametersItem(parameter);
        return parameter;
    }

    private static void describeAccess(Operation operation, HandlerMethod handler) {
        AccessDescription access = AccessDescription.of(handler.getMethod());
        operation.addExtension("x-access", access.kind());
        if (!access.needs().isEmpty()) {
            operation.addExtension("x-access-needs", access.needs());
        }
        if (access.tokenNeeded()) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
    }

    private static void describeProblems(Operation operation) {
        ApiResponses responses =
                Optional.ofNullable(operation.getResponses()).orElseGet(ApiResponses::new);
        responses.addApiResponse(
                ApiResponses.DEFAULT,
                new ApiResponse()
                        .description("A problem (RFC 9457)")
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref(PROBLEM)))));
        operation.setResponses(responses);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("reason", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(
                                        new ObjectSchema()
                                                .addProperty("field", new StringSchema())
                                                .addProperty("code", new StringSchema())
                                                .addProperty("message", new StringSchema())));
    }
}

package fi.kumppani.portal.gateway;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.BackendAwayException;
import fi.kumppani.portal.backend.BackendSettings;
import fi.kumppani.portal.backend.Breakers;
import fi.kumppani.portal.problem.ProblemWriter;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

import java.net.URI;
import java.util.Arrays;

/**
 * Which paths lead where: {@code /api/events/v1/…} to events-service and so on, and {@code /auth}
 * to the identity provider where one is set.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** After the session filter, before everything that might read a body. */
    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(
            GatewaySettings settings, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyFilter(settings, problems));
        registration.setOrder(EARLY);
        return registration;
    }

    @Bean
    RouterFunction<ServerResponse> apiRoutes(
            BackendSettings backends, Breakers breakers, Credentials credentials) {
        return Arrays.stream(Backend.values())
                .map(backend -> apiRoute(backend, backends.of(backend), breakers, credentials))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    @Bean
    @ConditionalOnExpression("!'${kumppani.gateway.identity-url:}'.isEmpty()")
    RouterFunction<ServerResponse> identityRoute(GatewaySettings settings) {
        URI provider = settings.identityUrl();
        if (provider == null) {
            throw new IllegalStateException("The condition lets nothing else through");
        }
        return GatewayRouterFunctions.route("identity")
                .route(GatewayPaths::isIdentity, HandlerFunctions.http())
                .before(BeforeFilterFunctions.uri(provider))
                .before(
                        request -> {
                            MvcUtils.putAttribute(
                                    request, OutgoingHeaders.FOR_IDENTITY_PROVIDER, true);
                            return request;
                        })
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> oneClickRoute(BackendSettings backends, Breakers breakers) {
        URI address = backends.of(Backend.NEWSLETTER);
        return GatewayRouterFunctions.route("one-click")
                .route(GatewayPaths::isOneClick, HandlerFunctions.http())
                .before(BeforeFilterFunctions.uri(address))
                .before(
                        request ->
                                ServerRequest.from(request)
                                        .uri(
                                                UriComponentsBuilder.fromUri(request.uri())
                                                        .replacePath(
                                                                GatewayPaths.oneClickAtService(
                                                                        request.path()))
                                                        .build(true)
                                                        .toUri())
                                        .headers(
                                                headers ->
                                                        headers.remove(HttpHeaders.AUTHORIZATION))
                                        .build())
                .filter(limited(Backend.NEWSLETTER, breakers))
                .after((_, response) -> ours(response, Backend.NEWSLETTER, address))
                .build();
    }

    private static RouterFunction<ServerResponse> apiRoute(
            Backend backend, URI address, Breakers breakers, Credentials credentials) {
        return GatewayRouterFunctions.route("api-" + backend.code())
                .route(request -> GatewayPaths.isApi(request, backend), HandlerFunctions.http())
                .before(BeforeFilterFunctions.uri(address))
                .before(BeforeFilterFunctions.stripPrefix(2))
                .filter(credentials)
                .filter(limited(backend, breakers))
                .after((_, response) -> ours(response, backend, address))
                .build();
    }

    static HandlerFilterFunction<ServerResponse, ServerResponse> limited(
            Backend backend, Breakers breakers) {
        return (request, next) -> {
            try {
                return breakers.forApi(backend, () -> next.handle(request));
            } catch (BackendAwayException e) {
                return ProblemResponses.unavailable();
            }
        };
    }

    /** The request at another path, without a query and without credentials. */
    static ServerRequest asNobody(ServerRequest request, String path) {
        return ServerRequest.from(request)
                .uri(
                        UriComponentsBuilder.fromUri(request.uri())
                                .replacePath(path)
                                .replaceQuery(null)
                                .build(true)
                                .toUri())
                .params(MultiValueMap::clear)
                .headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION))
                .build();
    }

    /** Services set no cookies here, and their addresses begin where ours end. */
    private static ServerResponse ours(ServerResponse response, Backend backend, URI address) {
        HttpHeaders headers = response.headers();
        headers.remove(HttpHeaders.SET_COOKIE);
        headers.remove(HttpHeaders.SERVER);
        String location = headers.getFirst(HttpHeaders.LOCATION);
        if (location != null) {
            String path =
                    location.startsWith(address.toString())
                            ? location.substring(address.toString().length())
                            : location;
            if (path.startsWith("/") && !path.startsWith("//")) {
                headers.set(HttpHeaders.LOCATION, "/api/" + backend.code() + path);
            }
        }
        return response;
    }
}

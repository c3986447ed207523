package fi.kumppani.kit.web;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.ProblemWriter;
import fi.kumppani.kit.text.Language;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.List;

/** Bodies, keys, preconditions, pages and languages for every API. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebSettings.class)
@Import(OpenApiConfiguration.class)
class WebAutoConfiguration {

    /** Before Spring Security's own filter, which has the order -100. */
    private static final int BEFORE_AUTHENTICATION = -110;

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(WebSettings settings, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyFilter(settings, problems));
        registration.setOrder(BEFORE_AUTHENTICATION);
        return registration;
    }

    @Bean
    FinnishDays finnishDays(ObjectProvider<Clock> clock) {
        return new FinnishDays(clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ErrorPathController errorPathController() {
        return new ErrorPathController();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictRequestJson(JsonMapper mapper) {
        JsonMapper strict = RequestJson.strict(mapper);
        return converters ->
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    @Bean
    WebMvcConfigurer kitArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(
                        List.of(
                                new IdempotencyKeyArgument(),
                                new IfMatchArgument(),
                                new CursorArgument(),
                                new ReaderLanguageArgument()));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, Language.class, Language::ofCode);
                registry.addConverter(String.class, Euros.class, Euros::parse);
            }
        };
    }
}

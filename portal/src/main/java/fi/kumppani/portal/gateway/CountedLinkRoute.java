package fi.kumppani.portal.gateway;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.BackendSettings;
import fi.kumppani.portal.backend.Breakers;

import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

import java.net.URI;

/**
 * Passes on who follows a link in a letter, as nobody in particular: newsletter-service knows where
 * it leads, and says so with a redirect that is passed back as it is.
 */
@Configuration(proxyBeanMethods = false)
class CountedLinkRoute {

    @Bean
    RouterFunction<ServerResponse> countedLinks(BackendSettings backends, Breakers breakers) {
        URI address = backends.of(Backend.NEWSLETTER);
        return GatewayRouterFunctions.route("counted-links")
                .route(GatewayPaths::isCountedLink, HandlerFunctions.http())
                .before(BeforeFilterFunctions.uri(address))
                .before(
                        request ->
                                Routes.asNobody(
                                        request, GatewayPaths.countedLinkAtService(request.path())))
                .filter(OrPage::filter)
                .filter(Routes.limited(Backend.NEWSLETTER, breakers))
                .after((_, response) -> plain(response))
                .build();
    }

    private static ServerResponse plain(ServerResponse response) {
        HttpHeaders headers = response.headers();
        headers.remove(HttpHeaders.SET_COOKIE);
        headers.remove(HttpHeaders.SERVER);
        return response;
    }
}

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
 * Passes the files of published memos on, asked for as nobody in particular. Whatever is in a file
 * and whatever the service says, a browser saves it and runs nothing of it.
 */
@Configuration(proxyBeanMethods = false)
class AttachmentRoute {

    @Bean
    RouterFunction<ServerResponse> memoAttachments(BackendSettings backends, Breakers breakers) {
        URI address = backends.of(Backend.EVENTS);
        return GatewayRouterFunctions.route("memo-attachments")
                .route(GatewayPaths::isAttachment, HandlerFunctions.http())
                .before(BeforeFilterFunctions.uri(address))
                .before(
                        request ->
                                Routes.asNobody(
                                        request, GatewayPaths.attachmentAtService(request.path())))
                .filter(OrPage::filter)
                .filter(Routes.limited(Backend.EVENTS, breakers))
                .after((_, response) -> saved(response))
                .build();
    }

    private static ServerResponse saved(ServerResponse response) {
        HttpHeaders headers = response.headers();
        headers.remove(HttpHeaders.SET_COOKIE);
        headers.remove(HttpHeaders.SERVER);
        if (!headers.getContentDisposition().isAttachment()) {
            headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment");
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        return response;
    }
}

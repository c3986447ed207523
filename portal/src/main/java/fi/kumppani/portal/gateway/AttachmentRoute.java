package fi.kumppani.portal.gateway;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.BackendSettings;
import fi.kumppani.portal.backend.Breakers;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;

import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

import java.io.IOException;
import java.io.InputStream;
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
                .before(AttachmentRoute::atService)
                .filter(AttachmentRoute::orPage)
                .filter(Routes.limited(Backend.EVENTS, breakers))
                .after((_, response) -> saved(response))
                .build();
    }

    private static ServerRequest atService(ServerRequest request) {
        return ServerRequest.from(request)
                .uri(
                        UriComponentsBuilder.fromUri(request.uri())
                                .replacePath(GatewayPaths.attachmentAtService(request.path()))
                                .replaceQuery(null)
                                .build(true)
                                .toUri())
                .headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION))
                .build();
    }

    /** People who follow a link are told in a page that it leads nowhere. */
    private static ServerResponse orPage(
            ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        ServerResponse response = next.handle(request);
        if (response.statusCode().isError()) {
            forget(request);
            throw response.statusCode().is4xxClientError()
                    ? new NoSuchPageException()
                    : new UnavailablePageException();
        }
        return response;
    }

    private static void forget(ServerRequest request) throws IOException {
        if (request.attributes().get(MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR)
                instanceof InputStream body) {
            body.close();
        }
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

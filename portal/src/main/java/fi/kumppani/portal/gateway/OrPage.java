package fi.kumppani.portal.gateway;

import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;

import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.io.IOException;
import java.io.InputStream;

/** People who follow a link that is passed on are told in a page when it leads nowhere. */
final class OrPage {

    private OrPage() {}

    /** What the route answers, unless that is an error. */
    static ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
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
}

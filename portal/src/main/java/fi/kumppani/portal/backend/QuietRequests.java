package fi.kumppani.portal.backend;

import io.micrometer.common.KeyValue;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.stereotype.Component;

/**
 * Keeps the tokens of mailed links out of traces: they tell the path of a request, not its query.
 */
@Component
class QuietRequests extends DefaultClientRequestObservationConvention {

    @Override
    protected KeyValue requestUri(ClientRequestObservationContext context) {
        ClientHttpRequest request = context.getCarrier();
        return KeyValue.of("http.url", request == null ? "none" : request.getURI().getRawPath());
    }
}

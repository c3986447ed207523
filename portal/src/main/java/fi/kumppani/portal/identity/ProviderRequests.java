package fi.kumppani.portal.identity;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.AbstractRestClientOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

import java.net.http.HttpClient;
import java.time.Duration;

/** Calls to the identity provider; none may hold up a browser for long. */
@Component
class ProviderRequests {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(4);

    private final ClientHttpRequestFactory requests =
            ClientHttpRequestFactoryBuilder.jdk()
                    .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                    .build(
                            HttpClientSettings.defaults()
                                    .withConnectTimeout(CONNECT)
                                    .withReadTimeout(READ)
                                    .withRedirects(HttpRedirects.DONT_FOLLOW));

    RestClient client() {
        return RestClient.builder().requestFactory(requests).build();
    }

    RestOperations operations() {
        return new RestTemplate(requests);
    }

    /** Gives a client of the token endpoint our time limits. */
    <C extends AbstractRestClientOAuth2AccessTokenResponseClient<?>> C limited(C tokens) {
        tokens.setRestClient(
                RestClient.builder()
                        .requestFactory(requests)
                        .configureMessageConverters(
                                converters ->
                                        converters
                                                .disableDefaults()
                                                .addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return tokens;
    }
}

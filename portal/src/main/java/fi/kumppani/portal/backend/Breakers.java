package fi.kumppani.portal.backend;

import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.stereotype.Component;

import java.util.concurrent.Callable;

/**
 * Keeps a service that is slow or down from holding up its callers: each call has a time limit, and
 * when many have failed, the next ones fail at once for a while. Pages and API are counted apart,
 * as they have different limits.
 */
@Component
public final class Breakers {

    private final CircuitBreakerFactory<?, ?> factory;

    Breakers(CircuitBreakerFactory<?, ?> factory) {
        this.factory = factory;
    }

    /**
     * Runs a part of a page.
     *
     * @throws BackendAwayException when it fails, takes too long, or is not tried at all
     */
    public <T> T forPage(Backend backend, Callable<T> call) {
        return run(pageName(backend), call);
    }

    /**
     * Runs a request to the API.
     *
     * @throws BackendAwayException when it fails, takes too long, or is not tried at all
     */
    public <T> T forApi(Backend backend, Callable<T> call) {
        return run(apiName(backend), call);
    }

    static String pageName(Backend backend) {
        return backend.code() + "-pages";
    }

    static String apiName(Backend backend) {
        return backend.code() + "-api";
    }

    private <T> T run(String name, Callable<T> call) {
        return factory.create(name)
                .run(
                        () -> {
                            try {
                                return call.call();
                            } catch (RuntimeException e) {
                                throw e;
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        failure -> {
                            throw new BackendAwayException(name, failure);
                        });
    }
}

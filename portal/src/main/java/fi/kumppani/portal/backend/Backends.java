package fi.kumppani.portal.backend;

import fi.kumppani.portal.reader.Reader;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Asks services for the parts of pages, as nobody in particular: pages show and do what is open to
 * all or allowed by a signed link, except those for whoever is logged in, whose questions bring a
 * token. What fails is an answer too.
 */
@Component
public final class Backends {

    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);

    private final Map<Backend, RestClient> clients = new EnumMap<>(Backend.class);
    private final Breakers breakers;
    private final ExecutorService calls;
    private final RecentAnswers recent;

    Backends(
            RestClient.Builder clients,
            ClientHttpRequestFactory requests,
            BackendSettings settings,
            Breakers breakers,
            ExecutorService backendCalls,
            RecentAnswers recent) {
        for (Backend backend : Backend.values()) {
            this.clients.put(
                    backend,
                    clients.clone()
                            .requestFactory(requests)
                            .baseUrl(settings.of(backend).toString())
                            .build());
        }
        this.breakers = breakers;
        this.calls = backendCalls;
        this.recent = recent;
    }

    /** Asks at once and answers later, so that a page can ask for all its parts together. */
    public <T> CompletableFuture<Answer<T>> ask(Reader reader, Question<T> question) {
        return CompletableFuture.supplyAsync(() -> answer(reader, question), calls);
    }

    /** Does something that asks services at the same time as other such things. */
    public <T> CompletableFuture<T> together(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, calls);
    }

    /** What came of it, once it is there; what it threw is thrown here as it was. */
    public static <T> T joined(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /**
     * Asks for something public that many readers ask for at a time: what was found is told again
     * for a few seconds.
     */
    public <T> CompletableFuture<Answer<T>> askRecent(Reader reader, Question<T> question) {
        return recent.find(question)
                .map(CompletableFuture::completedFuture)
                .orElseGet(
                        () ->
                                ask(reader, question)
                                        .thenApply(answer -> recent.keep(question, answer)));
    }

    /** Asks and waits. */
    public <T> Answer<T> answer(Reader reader, Question<T> question) {
        return versioned(reader, question).map(Versioned::value);
    }

    /** Asks and waits, to write anew what is found. */
    public <T> Answer<Versioned<T>> versioned(Reader reader, Question<T> question) {
        return unlessAway(
                question,
                () -> breakers.forPage(question.backend(), () -> exchange(reader, question)));
    }

    /**
     * Asks for a file that is handed on as it is, and waits as long as a request to the API may
     * take: nobody reads a page meanwhile.
     */
    public Answer<Versioned<byte[]>> file(Reader reader, Question<byte[]> question) {
        return unlessAway(
                question,
                () -> breakers.forApi(question.backend(), () -> exchange(reader, question)));
    }

    private static <T> Answer<Versioned<T>> unlessAway(
            Question<T> question, Supplier<Answer<Versioned<T>>> asking) {
        try {
            return asking.get();
        } catch (BackendAwayException e) {
            LOG.warn(
                    "{} did not answer {} {}: {}",
                    question.backend().code(),
                    question.method(),
                    question.path(),
                    e.reason());
            return new Answer.Away<>();
        }
    }

    private <T> Answer<Versioned<T>> exchange(Reader reader, Question<T> question) {
        RestClient.RequestBodySpec request =
                client(question.backend())
                        .method(question.method())
                        .uri(question.path(), question.variables())
                        .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                        .header(HttpHeaders.ACCEPT_LANGUAGE, reader.language().code())
                        .header("X-Forwarded-For", reader.address())
                        .headers(headers -> question.headers().forEach(headers::set));
        if (question.isSending()) {
            request.contentType(
                            question.body() instanceof byte[]
                                    ? MediaType.APPLICATION_OCTET_STREAM
                                    : MediaType.APPLICATION_JSON)
                    .body(question.body());
        }
        return request.exchangeForRequiredValue((_, response) -> read(response, question));
    }

    private static <T> Answer<Versioned<T>> read(
            ConvertibleClientHttpResponse response, Question<T> question) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (status.is2xxSuccessful()) {
            T body = response.bodyTo(question.type());
            if (body == null) {
                body = question.nothing();
            }
            if (body == null) {
                throw new IOException("The answer has no body");
            }
            return new Answer.Found<>(
                    new Versioned<>(
                            body, Objects.requireNonNullElse(response.getHeaders().getETag(), "")));
        }
        if (status.value() == 404) {
            return new Answer.Missing<>();
        }
        if (status.is4xxClientError()) {
            return new Answer.Refused<>(
                    Refusal.of(
                            status.value(),
                            isProblem(response) ? response.bodyTo(Refusal.Body.class) : null));
        }
        throw new IOException("Status " + status.value());
    }

    private static boolean isProblem(ConvertibleClientHttpResponse response) {
        return MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(
                response.getHeaders().getContentType());
    }

    private RestClient client(Backend backend) {
        RestClient client = clients.get(backend);
        if (client == null) {
            throw new IllegalStateException("Every service has a client");
        }
        return client;
    }
}

package fi.kumppani.newsletter.mail.contacts;

import fi.kumppani.kit.contacts.ContactRequests;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.mail.MailKind;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Set;

/** The services that know recipients, each with its own guards and all with one token. */
@Configuration(proxyBeanMethods = false)
class ContactsConfiguration {

    private static final String REGISTRATION = "kumppani";

    private final ContactsSettings settings;
    private final Senders senders;
    private final CircuitBreakerRegistry breakers;
    private final RetryRegistry retries;
    private final TimeLimiterRegistry timeLimiters;
    private final OAuth2ClientHttpRequestInterceptor tokens;

    ContactsConfiguration(
            ContactsSettings settings,
            Senders senders,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            TimeLimiterRegistry timeLimiters) {
        this.settings = settings;
        this.senders = senders;
        this.breakers = breakers;
        this.retries = retries;
        this.timeLimiters = timeLimiters;
        this.tokens = tokens(settings);
    }

    @Bean
    AskedRecipients eventRecipients() {
        return asking(
                "events",
                settings.eventsUrl(),
                Set.of(
                        MailKind.REGISTRATION_CONFIRMED,
                        MailKind.REGISTRATION_WAITLISTED,
                        MailKind.REGISTRATION_PROMOTED,
                        MailKind.REGISTRATION_CANCELLED,
                        MailKind.REGISTRATION_REQUESTED,
                        MailKind.REGISTRATION_OFFERED,
                        MailKind.REGISTRATION_CHANGED,
                        MailKind.REGISTRATION_TRANSFERRED,
                        MailKind.REGISTRATION_HANDED_OVER,
                        MailKind.REGISTRATION_REPEATED,
                        MailKind.SERIES_JOINED,
                        MailKind.EVENT_CHANGED,
                        MailKind.EVENT_POSTPONED,
                        MailKind.EVENT_CANCELLED,
                        MailKind.EVENT_REMINDER,
                        MailKind.EVENT_MEMO,
                        MailKind.EVENT_FEEDBACK));
    }

    @Bean
    AskedRecipients grantRecipients() {
        return asking(
                "grants",
                settings.grantsUrl(),
                Set.of(
                        MailKind.GRANT_DECIDED,
                        MailKind.GRANT_REVISED,
                        MailKind.GRANT_SUPPLEMENT,
                        MailKind.GRANT_TRANSFERRED,
                        MailKind.GRANT_ACCOUNT_CHANGING,
                        MailKind.GRANT_REPORT_DUE,
                        MailKind.GRANT_REPORT_OVERDUE,
                        MailKind.GRANT_REPORT_SUPPLEMENT,
                        MailKind.GRANT_REPORT_CONCLUDED,
                        MailKind.GRANT_CHANGE_RULED,
                        MailKind.GRANT_RECOVERY_PROPOSED,
                        MailKind.GRANT_RECOVERY_DECIDED,
                        MailKind.GRANT_RULING,
                        MailKind.GRANT_LOAN_DUE,
                        MailKind.GRANT_LOAN_OVERDUE,
                        MailKind.GRANT_CLOSING_SOON));
    }

    @Bean
    AskedRecipients registryRecipients() {
        return asking(
                "registry",
                settings.registryUrl(),
                Set.of(
                        MailKind.ASSOCIATION_CONFIRMATION,
                        MailKind.ASSOCIATION_INVITATION,
                        MailKind.SURVEY_INVITATION));
    }

    private AskedRecipients asking(String service, URI url, Set<MailKind> kinds) {
        RestClient client =
                RestClient.builder()
                        .baseUrl(url)
                        .requestFactory(requests(settings))
                        .requestInterceptor(tokens)
                        .build();
        var guards =
                new ContactGuards("contacts-" + service, settings, breakers, retries, timeLimiters);
        return new AskedRecipients(kinds, senders, client, guards);
    }

    private static OAuth2ClientHttpRequestInterceptor tokens(ContactsSettings settings) {
        String secret = settings.clientSecret();
        var registration =
                ClientRegistration.withRegistrationId(REGISTRATION)
                        .clientId(settings.clientId())
                        .clientSecret(secret == null ? "" : secret)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(ContactRequests.SCOPE)
                        .tokenUri(settings.tokenUri().toString())
                        .build();
        var registrations = new InMemoryClientRegistrationRepository(registration);
        var answers = new RestClientClientCredentialsTokenResponseClient();
        answers.setRestClient(
                RestClient.builder()
                        .requestFactory(requests(settings))
                        .configureMessageConverters(
                                converters ->
                                        converters
                                                .addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .build());
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(answers);
        var kept = new InMemoryOAuth2AuthorizedClientService(registrations);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, kept);
        manager.setAuthorizedClientProvider(provider);
        var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
        // A token that is not believed any more is not kept until it expires.
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(kept));
        interceptor.setClientRegistrationIdResolver(_ -> REGISTRATION);
        return interceptor;
    }

    private static JdkClientHttpRequestFactory requests(ContactsSettings settings) {
        var factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(settings.connectTimeout())
                                .build());
        factory.setReadTimeout(settings.timeLimit());
        return factory;
    }
}

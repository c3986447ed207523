package fi.kumppani.portal.session;

import com.mongodb.client.MongoClient;

import fi.kumppani.portal.PortalSettings;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Puts sessions into the document store and their ids into the cookie. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    private static final String DATABASE = "portal";

    @Bean
    MongoSessions sessionRepository(
            MongoClient store, MongoProperties properties, SessionSettings settings, Clock clock) {
        String database = properties.getDatabase();
        return new MongoSessions(
                store.getDatabase(database == null ? DATABASE : database).getCollection("sessions"),
                settings.timeout(),
                clock);
    }

    @Bean
    FilterRegistrationBean<SessionStoreFilter> sessionStoreFilter() {
        var registration = new FilterRegistrationBean<>(new SessionStoreFilter());
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }

    @Bean
    SessionSweeper sessionSweeper(MongoSessions sessions) {
        return new SessionSweeper(sessions);
    }

    @Bean
    CookieSerializer sessionCookie(PortalSettings portal) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("PORTALSESSION");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(portal.secure());
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    /** A store that is away is noticed within seconds; the driver would wait half a minute. */
    @Bean
    MongoClientSettingsBuilderCustomizer impatientStore() {
        return settings ->
                settings.applyToClusterSettings(
                                cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                        .applyToSocketSettings(
                                socket ->
                                        socket.connectTimeout(1, TimeUnit.SECONDS)
                                                .readTimeout(5, TimeUnit.SECONDS));
    }
}

package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.dispatch.MailServer;
import fi.kumppani.newsletter.dispatch.MailServers;
import fi.kumppani.newsletter.dispatch.Postbox;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Hands letters to the mail server of the municipality, if it has one of its own, and to that of
 * the deployment otherwise, which may have another one for what nobody waits for. Each server has
 * guards of its own, so that one that is down holds up nobody else's letters. A change is heeded
 * after {@link #REMEMBERED}.
 */
final class RoutedPostbox implements Postbox, DisposableBean {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final SmtpPostbox common;
    private final @Nullable SmtpPostbox letters;
    private final MailServers servers;
    private final BiFunction<MunicipalityCode, MailServer, SmtpPostbox> opening;
    private final Clock clock;
    private final Map<MunicipalityCode, Route> routes = new ConcurrentHashMap<>();

    /**
     * @param common the way to the deployment's server
     * @param letters the way to its server for newsletters; null when there is none
     * @param opening makes a way to a municipality's own
     */
    RoutedPostbox(
            SmtpPostbox common,
            @Nullable SmtpPostbox letters,
            MailServers servers,
            BiFunction<MunicipalityCode, MailServer, SmtpPostbox> opening,
            Clock clock) {
        this.common = common;
        this.letters = letters;
        this.servers = servers;
        this.opening = opening;
        this.clock = clock;
    }

    /** Where the letters of a municipality go; own ones are null for the common way. */
    private record Route(@Nullable MailServer server, @Nullable SmtpPostbox own, Instant until) {}

    @Override
    public Opening open() {
        return way(common).open();
    }

    @Override
    public Postbox sparing() {
        SmtpPostbox otherwise = letters == null ? common : letters;
        return () -> way(otherwise).sparing().open();
    }

    private SmtpPostbox way(SmtpPostbox otherwise) {
        SmtpPostbox own = route().own();
        return own == null ? otherwise : own;
    }

    @Override
    public void destroy() {
        common.destroy();
        if (letters != null) {
            letters.destroy();
        }
        routes.values().forEach(RoutedPostbox::close);
        routes.clear();
    }

    private Route route() {
        MunicipalityCode municipality = Tenancy.current();
        Route known = routes.get(municipality);
        Instant now = clock.instant();
        if (known != null && known.until().isAfter(now)) {
            return known;
        }
        MailServer server = servers.current().orElse(null);
        return routes.compute(
                municipality, (_, is) -> renewed(municipality, is, server, now.plus(REMEMBERED)));
    }

    private Route renewed(
            MunicipalityCode municipality,
            @Nullable Route before,
            @Nullable MailServer server,
            Instant until) {
        if (before != null && server != null && server.equals(before.server())) {
            return new Route(server, before.own(), until);
        }
        if (before != null) {
            close(before);
        }
        return new Route(
                server, server == null ? null : opening.apply(municipality, server), until);
    }

    private static void close(Route route) {
        if (route.own() != null) {
            route.own().destroy();
        }
    }
}

package fi.kumppani.portal.municipality;

import fi.kumppani.portal.PortalSettings;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which hosts are a municipality's own: there its start page is at {@code /}. All other pages
 * are where they are everywhere, and logging in leads to the portal's own address.
 */
@Component
public final class Hosts {

    private final Map<String, String> municipalities;

    /**
     * @throws IllegalArgumentException when a host is of two municipalities, or is the portal's
     */
    Hosts(HostSettings settings, PortalSettings portal) {
        Map<String, String> byHost = new HashMap<>();
        byHost.put(portal.url().getHost().toLowerCase(Locale.ROOT), "");
        settings.hosts()
                .forEach(
                        (code, hosts) ->
                                hosts.forEach(
                                        host -> {
                                            if (byHost.putIfAbsent(host, code) != null) {
                                                throw new IllegalArgumentException(
                                                        "kumppani.hosts.%s: %s is taken"
                                                                .formatted(code, host));
                                            }
                                        }));
        byHost.values().removeIf(String::isEmpty);
        this.municipalities = Map.copyOf(byHost);
    }

    /** The code of the municipality whose host was asked; nothing for all others. */
    public Optional<String> municipality(HttpServletRequest request) {
        return Optional.ofNullable(
                municipalities.get(request.getServerName().toLowerCase(Locale.ROOT)));
    }
}

package fi.kumppani.portal.municipality;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of hosts that are a municipality's own.
 *
 * @param hosts by the code of the municipality
 */
@ConfigurationProperties("kumppani")
record HostSettings(@DefaultValue Map<String, List<String>> hosts) {

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    /**
     * @throws IllegalArgumentException when one is no name of a host
     */
    HostSettings {
        hosts = Map.copyOf(hosts);
        boolean all =
                hosts.keySet().stream().allMatch(Municipality::isCode)
                        && hosts.values().stream()
                                .flatMap(List::stream)
                                .allMatch(host -> HOST.matcher(host).matches());
        if (!all) {
            throw new IllegalArgumentException(
                    "kumppani.hosts.743 is like jarjestot.example.org, in small letters and"
                            + " without a port");
        }
    }
}

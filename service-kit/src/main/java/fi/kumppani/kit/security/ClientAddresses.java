package fi.kumppani.kit.security;

import jakarta.servlet.http.HttpServletRequest;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Finds out where a request comes from. The socket tells the truth; {@code X-Forwarded-For} is
 * believed only as far as each hop was added by a proxy that is trusted.
 */
final class ClientAddresses {

    private static final int MOST_HOPS = 10;

    private final Networks trustedProxies;

    ClientAddresses(Networks trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /** The network that counts as one caller: an IPv4 address, or the first 64 bits of IPv6. */
    String networkOf(HttpServletRequest request) {
        return clientOf(request).map(ClientAddresses::network).orElse("unknown");
    }

    private Optional<InetAddress> clientOf(HttpServletRequest request) {
        Optional<InetAddress> client = Networks.address(request.getRemoteAddr());
        for (String hop : hopsFromNearest(request)) {
            if (client.isEmpty() || !trustedProxies.contains(client.get())) {
                return client;
            }
            Optional<InetAddress> next = Networks.address(hop);
            if (next.isEmpty()) {
                return client;
            }
            client = next;
        }
        return client;
    }

    private static List<String> hopsFromNearest(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        Collections.list(request.getHeaders("X-Forwarded-For"))
                .forEach(header -> hops.addAll(Arrays.asList(header.split(",", -1))));
        return hops.reversed().stream().limit(MOST_HOPS).map(String::strip).toList();
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of()
                .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }
}

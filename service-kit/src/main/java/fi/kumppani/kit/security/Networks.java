package fi.kumppani.kit.security;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** A set of networks in CIDR notation, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
final class Networks {

    private final List<Network> networks;

    /**
     * @throws IllegalArgumentException when one is not in CIDR notation
     */
    Networks(List<String> cidrs) {
        networks = cidrs.stream().map(Network::parse).toList();
    }

    boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Reads an address without asking the name service. */
    static Optional<InetAddress> address(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Network(InetAddress base, int prefix) {

        static Network parse(String cidr) {
            int slash = cidr.indexOf('/');
            if (slash < 0) {
                throw new IllegalArgumentException("A network is written like 10.0.0.0/8");
            }
            InetAddress base = InetAddress.ofLiteral(cidr.substring(0, slash));
            int prefix = Integer.parseInt(cidr.substring(slash + 1));
            if (prefix < 0 || prefix > base.getAddress().length * 8) {
                throw new IllegalArgumentException("The prefix of a network fits its address");
            }
            return new Network(base, prefix);
        }

        boolean contains(InetAddress address) {
            byte[] ours = base.getAddress();
            byte[] theirs = address.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}

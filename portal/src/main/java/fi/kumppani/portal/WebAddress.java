package fi.kumppani.portal;

import java.net.URI;

/** Reads addresses that settings or services name. */
public final class WebAddress {

    private WebAddress() {}

    /** Whether this is http or https, a host and perhaps a port, with at most a slash behind. */
    public static boolean isOrigin(URI address) {
        return isWeb(address)
                && (address.getRawPath().isEmpty() || address.getRawPath().equals("/"));
    }

    /** Whether this is an absolute http or https address without user, query or fragment. */
    public static boolean isWeb(URI address) {
        return isLink(address) && address.getRawQuery() == null && address.getRawFragment() == null;
    }

    /** Whether this is an absolute http or https address without user. */
    public static boolean isLink(URI address) {
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && address.getHost() != null
                && address.getRawUserInfo() == null;
    }

    /** Scheme, host and port of the address, without a slash at the end. */
    public static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}

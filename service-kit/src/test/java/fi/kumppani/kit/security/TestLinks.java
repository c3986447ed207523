package fi.kumppani.kit.security;

import java.util.List;

/** Signs links for tests that start no context, with the key that services under test have. */
public final class TestLinks {

    private static final String KEY = "dGVzdHMtc2lnbi10aGVpci1saW5rcy13aXRoLXRoaXMta2V5IQ==";

    private TestLinks() {}

    /** A signer. */
    public static LinkSigner signer() {
        return new LinkSigner(new LinkSettings(KEY, List.of()));
    }
}

package fi.kumppani.grants.payment.file;

import java.util.Optional;
import java.util.stream.Stream;

/** The versions of pain.001 that banks take. */
public enum PainVersion {
    /** The one of the guides until 2025. */
    V03("03"),
    /** The one of the guides since. */
    V09("09");

    private final String code;

    PainVersion(String code) {
        this.code = code;
    }

    /** The version with this number, such as {@code 09}. */
    public static Optional<PainVersion> ofCode(String code) {
        return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** Its name, which is the name of its schema as well. */
    public String message() {
        return "pain.001.001." + code;
    }

    String namespace() {
        return "urn:iso:std:iso:20022:tech:xsd:" + message();
    }
}

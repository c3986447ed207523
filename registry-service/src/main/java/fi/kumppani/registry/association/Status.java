package fi.kumppani.registry.association;

import fi.kumppani.kit.text.WireCodes;

/** The states an association can be in, for those who only look. */
public enum Status {
    UNVERIFIED,
    VERIFIED,
    DISSOLVED;

    /** The state of this association. */
    public static Status of(Association association) {
        return switch (association) {
            case Association.Unverified _ -> UNVERIFIED;
            case Association.Verified _ -> VERIFIED;
            case Association.Dissolved _ -> DISSOLVED;
        };
    }

    /** Its name outside, for example {@code verified}. */
    public String code() {
        return WireCodes.of(this);
    }
}

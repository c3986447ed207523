package fi.kumppani.registry.network;

/**
 * Says of whom and where a membership is; so an association has one in a network at most.
 *
 * @param network its id
 * @param association its id
 */
public record MembershipId(String network, String association) {

    /** The id as it is kept and told: {@code <network>:<association>}. */
    public String value() {
        return network + ":" + association;
    }
}

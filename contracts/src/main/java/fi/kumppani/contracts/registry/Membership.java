package fi.kumppani.contracts.registry;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * That an association is, or was, a member of a network. Its subject is {@code
 * <networkId>:<associationId>}: an association that joins again goes on with the same membership.
 *
 * @param networkId the network
 * @param associationId the association
 * @param status {@code member} or {@code ended}
 * @param since the first day, in Europe/Helsinki
 * @param until the last day of one that has ended
 */
public record Membership(
        String networkId,
        String associationId,
        String status,
        LocalDate since,
        @Nullable LocalDate until) {}

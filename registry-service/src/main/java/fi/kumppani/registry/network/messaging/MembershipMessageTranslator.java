package fi.kumppani.registry.network.messaging;

import fi.kumppani.contracts.registry.MembershipChanged;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.registry.network.Membership;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/** Tells who is a member of a network, or was; requests are nobody else's business. */
@Component
class MembershipMessageTranslator implements MessageTranslator<Membership> {

    @Override
    public List<OutboundMessage> announce(Membership membership) {
        return switch (membership) {
            case Membership.Asked _ -> List.of();
            case Membership.Member member -> told(member, "member", member.since(), null);
            case Membership.Ended ended ->
                    ended.since()
                            .map(since -> told(ended, "ended", since, ended.until()))
                            .orElse(List.of());
        };
    }

    private static List<OutboundMessage> told(
            Membership own, String status, LocalDate since, @Nullable LocalDate until) {
        return List.of(
                new OutboundMessage(
                        MembershipChanged.TYPE,
                        own.id().value(),
                        new MembershipChanged(
                                new fi.kumppani.contracts.registry.Membership(
                                        own.id().network(),
                                        own.id().association(),
                                        status,
                                        since,
                                        until))));
    }
}

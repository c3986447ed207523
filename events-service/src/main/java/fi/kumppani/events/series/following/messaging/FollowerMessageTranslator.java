package fi.kumppani.events.series.following.messaging;

import fi.kumppani.contracts.events.SeriesJoined;
import fi.kumppani.events.series.following.Follower;
import fi.kumppani.events.series.following.FollowerId;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

@Component
class FollowerMessageTranslator implements MessageTranslator<Follower.Following> {

    @Override
    public List<OutboundMessage> announce(Follower.Following follower) {
        FollowerId id = follower.id();
        return List.of(
                new OutboundMessage(
                        SeriesJoined.TYPE,
                        id.toString(),
                        new SeriesJoined(
                                new fi.kumppani.contracts.events.Follower(
                                        id.toString(), id.series(), id.number()))));
    }
}

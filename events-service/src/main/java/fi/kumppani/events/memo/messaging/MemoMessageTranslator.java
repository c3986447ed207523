package fi.kumppani.events.memo.messaging;

import fi.kumppani.contracts.events.MemoChanged;
import fi.kumppani.contracts.events.MemoPublished;
import fi.kumppani.events.memo.Memo;
import fi.kumppani.events.memo.MemoHappening;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

@Component
class MemoMessageTranslator implements MessageTranslator<MemoHappening> {

    @Override
    public List<OutboundMessage> announce(MemoHappening happening) {
        return List.of(
                switch (happening) {
                    case MemoHappening.Announced(Memo.Published memo) ->
                            message(MemoPublished.TYPE, memo, new MemoPublished(wire(memo)));
                    case MemoHappening.Changed(Memo.Published memo) ->
                            message(MemoChanged.TYPE, memo, new MemoChanged(wire(memo)));
                });
    }

    private static OutboundMessage message(String type, Memo memo, Record data) {
        return new OutboundMessage(type, memo.event().value(), data);
    }

    private static fi.kumppani.contracts.events.Memo wire(Memo.Published memo) {
        return new fi.kumppani.contracts.events.Memo(
                memo.event().value(),
                memo.publishedAt(),
                memo.text().actions().stream()
                        .map(
                                action ->
                                        new fi.kumppani.contracts.events.Memo.Action(
                                                action.id(),
                                                action.association(),
                                                action.due(),
                                                action.done()))
                        .toList());
    }
}

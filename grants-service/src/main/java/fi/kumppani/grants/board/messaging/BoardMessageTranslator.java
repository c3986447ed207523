package fi.kumppani.grants.board.messaging;

import fi.kumppani.contracts.grants.BoardListCarriedOut;
import fi.kumppani.contracts.grants.BoardListPresented;
import fi.kumppani.contracts.grants.BoardListRecorded;
import fi.kumppani.grants.board.BoardHappening;
import fi.kumppani.grants.board.BoardList;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts what happened to a board list; nothing of people. */
@Component
class BoardMessageTranslator implements MessageTranslator<BoardHappening> {

    @Override
    public List<OutboundMessage> announce(BoardHappening happening) {
        return List.of(
                switch (happening) {
                    case BoardHappening.Presented(var list) ->
                            message(
                                    BoardListPresented.TYPE,
                                    list,
                                    new BoardListPresented(told(list, null)));
                    case BoardHappening.Recorded(var list) ->
                            message(
                                    BoardListRecorded.TYPE,
                                    list,
                                    new BoardListRecorded(told(list, list.minutes().section())));
                    case BoardHappening.CarriedOut(var list) ->
                            message(
                                    BoardListCarriedOut.TYPE,
                                    list,
                                    new BoardListCarriedOut(told(list, list.minutes().section())));
                });
    }

    private static OutboundMessage message(String type, BoardList about, Record told) {
        return new OutboundMessage(type, about.head().id().value(), told);
    }

    private static fi.kumppani.contracts.grants.BoardList told(
            BoardList list, @Nullable String section) {
        BoardList.Head head = list.head();
        return new fi.kumppani.contracts.grants.BoardList(
                head.id().value(),
                head.id().call().value(),
                head.meeting().board(),
                head.meeting().on(),
                head.sums().rows(),
                head.sums().proposed().toContract(),
                section);
    }
}

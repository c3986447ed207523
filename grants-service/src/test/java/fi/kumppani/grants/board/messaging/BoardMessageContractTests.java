package fi.kumppani.grants.board.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.BoardListCarriedOut;
import fi.kumppani.contracts.grants.BoardListPresented;
import fi.kumppani.contracts.grants.BoardListRecorded;
import fi.kumppani.grants.board.BoardHappening;
import fi.kumppani.grants.board.BoardList;
import fi.kumppani.grants.board.BoardListId;
import fi.kumppani.grants.board.Minutes;
import fi.kumppani.grants.board.Sums;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.kit.money.Euros;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What others are told is what the contracts say. */
class BoardMessageContractTests {

    private static final BoardList.Source SOURCE =
            new BoardList.Source("somebody", Instant.parse("2027-03-08T10:00:00Z"));
    private static final BoardList.Head HEAD =
            new BoardList.Head(
                    new BoardListId(
                            GrantApplicationFixtures.CALL, "019a5f0e-7c00-7000-8000-000000000030"),
                    new BoardList.Meeting("kulttuurilautakunta", LocalDate.of(2027, 3, 15)),
                    3,
                    new Sums(2, Euros.parse("700")),
                    7);

    @Test
    void tellsThatAListIsBeforeItsBoard() {
        var list = new BoardList.Presented(HEAD, SOURCE);

        assertThat(told(new BoardHappening.Presented(list)))
                .isEqualTo(golden(BoardListPresented.TYPE, BoardListPresented.class));
    }

    @Test
    void tellsThatMinutesAreRecordedAndNothingOfPeople() {
        var list = new BoardList.Recorded(HEAD, SOURCE, new Minutes("§ 44", List.of(), SOURCE), 0);

        assertThat(told(new BoardHappening.Recorded(list)))
                .isEqualTo(golden(BoardListRecorded.TYPE, BoardListRecorded.class));
    }

    @Test
    void tellsThatAllIsCarriedOut() {
        var list = new BoardList.CarriedOut(HEAD, SOURCE, new Minutes("§ 44", List.of(), SOURCE));

        assertThat(told(new BoardHappening.CarriedOut(list)))
                .isEqualTo(golden(BoardListCarriedOut.TYPE, BoardListCarriedOut.class));
    }

    private static Object told(BoardHappening happening) {
        return new BoardMessageTranslator().announce(happening).getFirst().data();
    }

    private static Object golden(String type, Class<?> as) {
        return JsonMapper.builder().build().readValue(GoldenMessages.of(type), as);
    }
}

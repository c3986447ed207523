package fi.kumppani.grants.grantapplication.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.grants.grantapplication.DecisionMaker;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * In which capacity it is decided; never a person's name.
 *
 * @param kind {@code official} or {@code board}
 * @param title the office or the board
 * @param section the decision's number in the minutes or the list of decisions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MakerBody(
        @NotNull Kind kind,
        @Nullable @Size(max = 120) String title,
        @Nullable @Size(max = 40) String section) {

    /** Who decides. */
    public enum Kind {
        @JsonProperty("official")
        OFFICIAL,
        @JsonProperty("board")
        BOARD
    }

    /** The capacity in the words of the API. */
    public static MakerBody of(DecisionMaker maker) {
        return new MakerBody(Kind.valueOf(maker.kind().name()), maker.title(), maker.section());
    }

    /** The capacity. */
    public DecisionMaker toDomain() {
        return new DecisionMaker(DecisionMaker.Kind.valueOf(kind.name()), title, section);
    }
}

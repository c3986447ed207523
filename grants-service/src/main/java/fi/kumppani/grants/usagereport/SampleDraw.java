package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.file.FileContent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One drawing of the reports that are checked against their receipts (otanta). What was drawn is
 * not kept: it follows from the seed, the share and among which it was drawn, so anybody who knows
 * these can draw again. Nobody chooses the seed.
 *
 * @param seed what decides
 * @param percent which share, 1 to 100; at least one is drawn
 * @param drawnAt when
 * @param by who had it drawn, as the identity provider's opaque {@code sub}
 * @param among the applications it was drawn among
 */
public record SampleDraw(
        String seed, int percent, Instant drawnAt, String by, Set<ApplicationId> among) {

    private static final int WHOLE = 100;

    /** Copies the set. */
    public SampleDraw {
        among = Set.copyOf(among);
    }

    /**
     * Those that were drawn: the first of all in the order of the SHA-256 of {@code seed:id}, as
     * many as the share rounded up.
     */
    public List<ApplicationId> drawn() {
        long most = ((long) among.size() * percent + WHOLE - 1) / WHOLE;
        return among.stream().collect(Collectors.toMap(id -> id, this::lot)).entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String lot(ApplicationId id) {
        return FileContent.of((seed + ":" + id).getBytes(StandardCharsets.UTF_8)).hash();
    }
}

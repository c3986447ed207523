package fi.kumppani.kit.architecture.sound.sample;

import org.springframework.stereotype.Service;

import java.time.Clock;

/** A use case that answers with values and is told the time. */
@Service
public class OpenCall {

    private final Clock clock;

    public OpenCall(Clock clock) {
        this.clock = clock;
    }

    /** What became of it. */
    public Opening open() {
        return new Opening(clock.instant().toString());
    }

    /**
     * The answer.
     *
     * @param at when
     */
    public record Opening(String at) {}
}

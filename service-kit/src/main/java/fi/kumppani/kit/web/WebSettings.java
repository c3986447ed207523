package fi.kumppani.kit.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.List;

/**
 * What every API limits.
 *
 * @param maxBodySize the largest request body that is read
 * @param largerBodies the few paths that take more
 */
@ConfigurationProperties("kumppani.web")
record WebSettings(
        @DefaultValue("1MB") DataSize maxBodySize, @DefaultValue List<LargerBodies> largerBodies) {

    /** Copies the list. */
    WebSettings {
        largerBodies = List.copyOf(largerBodies);
    }

    /**
     * A path that takes larger bodies than others.
     *
     * @param path a pattern as on controllers, such as {@code /v1/files/{file}}
     * @param maxBodySize the largest request body that is read there
     */
    record LargerBodies(PathPattern path, DataSize maxBodySize) {

        /** Reads the pattern once, for all requests. */
        @ConstructorBinding
        LargerBodies(String path, DataSize maxBodySize) {
            this(PathPatternParser.defaultInstance.parse(path), maxBodySize);
        }
    }

    /**
     * The largest body that is read, in bytes.
     *
     * @param path as it was requested
     */
    long limitAt(String path) {
        PathContainer requested = PathContainer.parsePath(path);
        return largerBodies.stream()
                .filter(larger -> larger.path().matches(requested))
                .findFirst()
                .map(LargerBodies::maxBodySize)
                .orElse(maxBodySize)
                .toBytes();
    }
}

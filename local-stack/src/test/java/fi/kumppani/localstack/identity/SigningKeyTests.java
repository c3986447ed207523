package fi.kumppani.localstack.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class SigningKeyTests {

    @TempDir private Path data;

    @Test
    void isKeptForTheNextStartWhereOnlyTheOwnerReadsIt() throws IOException {
        var first = SigningKey.in(data);
        var second = SigningKey.in(data);

        assertThat(second).isEqualTo(first);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
    }
}

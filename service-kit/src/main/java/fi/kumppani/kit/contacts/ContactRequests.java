package fi.kumppani.kit.contacts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/**
 * What is posted to {@value #PATH} by whoever has the scope {@value #SCOPE}.
 *
 * @param requests at most {@value #MOST}, with ids of their own
 */
public record ContactRequests(
        @NotNull @Size(max = MOST) List<@NotNull @Valid ContactRequest> requests) {

    public static final String PATH = "/internal/contacts";
    public static final String SCOPE = "contacts:read";
    public static final int MOST = 256;
}

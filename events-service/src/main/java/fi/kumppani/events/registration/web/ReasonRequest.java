package fi.kumppani.events.registration.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why a coordinator cancels a registration. It stays in the journal for good, so it is about the
 * matter and never about the person.
 *
 * @param reason one line of at most 200 characters
 */
record ReasonRequest(@NotBlank @Size(max = 200) @Pattern(regexp = "[^\\r\\n\\t]*") String reason) {}

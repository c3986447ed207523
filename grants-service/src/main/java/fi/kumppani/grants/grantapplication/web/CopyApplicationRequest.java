package fi.kumppani.grants.grantapplication.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * For which call an application is written again.
 *
 * @param callId the call the copy answers
 */
record CopyApplicationRequest(@NotBlank @Size(max = 64) String callId) {}

package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallId;

import org.jspecify.annotations.Nullable;

/**
 * Where an application is moved that belongs under another call.
 *
 * @param to the id under which it goes on
 * @param call the call it goes on under
 * @param supplement what its applicant is to complete there; null for nothing
 */
public record Transfer(ApplicationId to, CallId call, @Nullable Supplement supplement) {}

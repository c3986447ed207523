package fi.kumppani.events.series.following.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.series.Series;
import fi.kumppani.events.series.SeriesShelf;
import fi.kumppani.events.series.following.Follower;
import fi.kumppani.events.series.following.FollowerId;
import fi.kumppani.events.series.following.FollowerLine;
import fi.kumppani.events.series.following.FollowerLinks;
import fi.kumppani.events.series.following.Followers;
import fi.kumppani.events.series.following.KeptFollowerLine;
import fi.kumppani.events.series.following.ManageFollowing;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What the link of one who follows a series allows, and what coordinators see of followers. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/series/{series}")
class FollowingController {

    private static final String TOKEN = "X-Link-Token";

    private final FollowerLinks links;
    private final ManageFollowing manageFollowing;
    private final Followers followers;
    private final SeriesShelf shelf;

    FollowingController(
            FollowerLinks links,
            ManageFollowing manageFollowing,
            Followers followers,
            SeriesShelf shelf) {
        this.links = links;
        this.manageFollowing = manageFollowing;
        this.followers = followers;
        this.shelf = shelf;
    }

    /**
     * All that is known of one who follows a series; for them alone.
     *
     * @param title of the series
     * @param associationId the association they come for
     * @param addressConfirmedAt absent as long as they have not confirmed their address
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FollowingView(
            String seriesId,
            LocalizedText title,
            long number,
            Instant joinedAt,
            String name,
            String email,
            String language,
            @Nullable String associationId,
            @Nullable Instant addressConfirmedAt) {

        static FollowingView of(Follower.Following following, Series series) {
            return new FollowingView(
                    following.id().series(),
                    series.title(),
                    following.id().number(),
                    following.joinedAt(),
                    following.person().name(),
                    following.person().email().value(),
                    following.person().language().code(),
                    following.association(),
                    following.addressConfirmedAt());
        }

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "FollowingView[]";
        }
    }

    /** What somebody follows and what is known of them, for whoever holds the link. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/registrations/{number}")
    ResponseEntity<FollowingView> see(
            @PathVariable String series,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return view(following(open(series, number, token)));
    }

    /** Leaves the series, which erases what is known of them; said again, they stay gone. */
    @OpenToSignedLink
    @RateLimited
    @PostMapping("/registrations/{number}/leaving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @PathVariable String series,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        var _ =
                manageFollowing
                        .leave(open(series, number, token).id())
                        .orElseThrow(Problems::notFound);
    }

    /** Confirms the address for all that is to come of the series. */
    @OpenToSignedLink
    @RateLimited
    @PostMapping("/registrations/{number}/address-confirmation")
    ResponseEntity<FollowingView> confirmAddress(
            @PathVariable String series,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return view(
                manageFollowing
                        .confirmAddress(open(series, number, token).id())
                        .orElseThrow(Problems::notFound));
    }

    /**
     * A line of the journal of those who follow a series.
     *
     * @param kind what happened
     * @param number the follower; absent when it is about none of them alone
     * @param by a role
     * @param reason the numbers or the event it is about
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            Instant at, String kind, @Nullable Long number, String by, @Nullable String reason) {

        static LineView of(KeptFollowerLine kept) {
            FollowerLine line = kept.line();
            return new LineView(
                    kept.at(),
                    WireCodes.of(line.kind()),
                    line.number(),
                    line.by().value(),
                    line.reason());
        }
    }

    /** When followers came, went, were registered and forgotten, never who; oldest first. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/followers/journal")
    Page<LineView> journal(@PathVariable String series, Cursor cursor) {
        if (shelf.find(series).isEmpty()) {
            throw Problems.notFound();
        }
        List<KeptFollowerLine> found =
                followers.journal(
                        series, Objects.requireNonNullElse(cursor.after(), ""), cursor.fetchSize());
        return cursor.page(found, KeptFollowerLine::position).map(LineView::of);
    }

    private ResponseEntity<FollowingView> view(Follower.Following following) {
        Series series =
                shelf.find(following.id().series())
                        .map(Stored::body)
                        .orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(FollowingView.of(following, series));
    }

    private static Follower.Following following(Follower follower) {
        return switch (follower) {
            case Follower.Following following -> following;
            case Follower.Gone _ -> throw Problems.notFound();
        };
    }

    private Follower open(String series, String number, @Nullable String token) {
        if (token == null) {
            throw Problems.notFound();
        }
        return FollowerId.parse(series + ":" + number)
                .flatMap(id -> links.open(id, token))
                .orElseThrow(Problems::notFound);
    }
}

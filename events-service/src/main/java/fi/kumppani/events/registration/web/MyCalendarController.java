package fi.kumppani.events.registration.web;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.feed.EventCalendar;
import fi.kumppani.events.feed.EventCalendar.Seat;
import fi.kumppani.events.feed.EventPages;
import fi.kumppani.events.registration.FollowMailbox;
import fi.kumppani.events.registration.FollowMailbox.Followed;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.ReaderLanguage;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calendar of whoever registered: their events of all municipalities, by a signed link. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/registrations/{number}")
class MyCalendarController {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final FollowMailbox followMailbox;
    private final EventPages pages;

    MyCalendarController(FollowMailbox followMailbox, EventPages pages) {
        this.followMailbox = followMailbox;
        this.pages = pages;
    }

    /**
     * The events that the mailbox of this registration has a registration for. Programs that
     * subscribe to it can send no header, so the token stands in the address.
     */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/my-calendar.ics")
    ResponseEntity<byte[]> calendar(
            @PathVariable String event,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String token,
            ReaderLanguage reader) {
        List<Followed> followed =
                followMailbox
                        .follow(new RegistrationId(new EventId(event), number), token)
                        .orElseThrow(Problems::notFound);
        Map<EventId, Seat> seats = new HashMap<>();
        followed.forEach(
                each ->
                        seats.put(
                                each.event().id(),
                                each.registration() instanceof Registration.Confirmed
                                        ? Seat.TAKEN
                                        : Seat.WAITING));
        String name =
                reader.tell(new LocalizedText("Omat tapahtumat", "Mina evenemang", "My events"))
                        .text();
        String text =
                new EventCalendar(pages, reader.language())
                        .write(
                                name,
                                followed.stream()
                                        .map(each -> new Found(each.event(), each.municipality()))
                                        .toList(),
                                seats);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}

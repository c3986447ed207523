package fi.kumppani.events.door.web;

import fi.kumppani.events.door.DoorRefusal;
import fi.kumppani.events.door.Tickets;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ticket of a registration that has its seats, for whoever holds its link: in the header {@code
 * X-Link-Token}, or in the address for pictures in a mail or a page.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/registrations/{number}")
class TicketController {

    private static final String TOKEN = "X-Link-Token";
    private static final MediaType SVG = new MediaType("image", "svg+xml");

    private final RegistrationLinks links;
    private final Tickets tickets;

    TicketController(RegistrationLinks links, Tickets tickets) {
        this.links = links;
        this.tickets = tickets;
    }

    /**
     * A ticket.
     *
     * @param number said aloud where nothing can be scanned
     * @param ticket what the picture holds
     */
    record TicketView(long number, int seats, String ticket) {}

    /** The ticket in words. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/ticket")
    ResponseEntity<TicketView> ticket(
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(name = "token", required = false) @Nullable String inQuery,
            @RequestHeader(name = TOKEN, required = false) @Nullable String inHeader) {
        Registration seated = seated(event, number, inHeader == null ? inQuery : inHeader);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new TicketView(
                                seated.id().number(),
                                seated.particulars().party().seats(),
                                tickets.of(seated)));
    }

    /** The ticket as a picture that stays sharp at any size. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/ticket.svg")
    ResponseEntity<byte[]> svg(
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(name = "token", required = false) @Nullable String inQuery,
            @RequestHeader(name = TOKEN, required = false) @Nullable String inHeader) {
        Registration seated = seated(event, number, inHeader == null ? inQuery : inHeader);
        return picture(SVG, QrCode.of(tickets.of(seated)).svg());
    }

    /** The ticket as a picture for mails. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/ticket.png")
    ResponseEntity<byte[]> png(
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(name = "token", required = false) @Nullable String inQuery,
            @RequestHeader(name = TOKEN, required = false) @Nullable String inHeader) {
        Registration seated = seated(event, number, inHeader == null ? inQuery : inHeader);
        return picture(MediaType.IMAGE_PNG, QrCode.of(tickets.of(seated)).png());
    }

    private static ResponseEntity<byte[]> picture(MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    private Registration seated(String event, String number, @Nullable String token) {
        if (token == null) {
            throw Problems.notFound();
        }
        return RegistrationId.parse(event + ":" + number)
                .flatMap(id -> links.open(id, token))
                .map(RegistrationStatus::registration)
                .map(
                        registration -> {
                            if (registration instanceof Registration.Confirmed) {
                                return registration;
                            }
                            throw Problems.refused(DoorRefusal.NO_SEAT);
                        })
                .orElseThrow(Problems::notFound);
    }
}

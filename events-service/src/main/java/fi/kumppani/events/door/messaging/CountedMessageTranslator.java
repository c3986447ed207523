package fi.kumppani.events.door.messaging;

import fi.kumppani.contracts.events.Attendance;
import fi.kumppani.contracts.events.AttendanceCounted;
import fi.kumppani.events.door.Category;
import fi.kumppani.events.door.Counted;
import fi.kumppani.events.door.Door;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

@Component
class CountedMessageTranslator implements MessageTranslator<Counted> {

    @Override
    public List<OutboundMessage> announce(Counted counted) {
        Door door = counted.door();
        return List.of(
                new OutboundMessage(
                        AttendanceCounted.TYPE,
                        counted.event().value(),
                        new AttendanceCounted(
                                new Attendance(
                                        counted.event().value(),
                                        door.people(),
                                        Stream.of(Category.values())
                                                .filter(category -> door.people(category) > 0)
                                                .map(
                                                        category ->
                                                                new Attendance.Share(
                                                                        WireCodes.of(category),
                                                                        door.people(category)))
                                                .toList(),
                                        counted.result().expected(),
                                        door.registeredPeople(),
                                        door.walkedInPeople(),
                                        counted.result().at()))));
    }
}

package fi.kumppani.contracts.events;

/** An event was held and its people counted; told anew when the numbers change afterwards. */
public record AttendanceCounted(Attendance attendance) {
    public static final String TYPE = "events.attendance.counted.v1";
}

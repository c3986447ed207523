package fi.kumppani.kit.architecture.planted.unmarked;

final class Unmarked {}

"""The ground floor: the list as typed, frozen records, proved against its source."""

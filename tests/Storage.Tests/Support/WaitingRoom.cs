namespace NtmServerless.Storage.Tests.Support;

/// <summary>What a class should hold: people in order of acceptance, the first who fit have a seat.</summary>
internal sealed class WaitingRoom(int seats, int held)
{
    private readonly List<Person> _people = [];
    private int _seats = seats;
    private int _held = held;

    private sealed class Person
    {
        public required int Number { get; init; }
        public required bool Priority { get; init; }
        public RegistrationStatus Status { get; set; } = RegistrationStatus.Waitlisted;
    }

    /// <summary>Code of each person's latest registration.</summary>
    public Dictionary<int, string> Codes { get; } = [];

    public int Confirmed => Count(RegistrationStatus.Confirmed);

    public IEnumerable<(int Sequence, RegistrationStatus Status)> Rows => _people.Select((p, i) => (i + 1, p.Status));

    public (int Sequence, RegistrationStatus Status) Last => (_people.Count, _people[^1].Status);

    public int Count(RegistrationStatus status) => _people.Count(p => p.Status == status);

    public bool IsActive(int number) => _people.Exists(p => p.Number == number && p.Status != RegistrationStatus.Cancelled);

    /// <summary>Idempotency key of a person's latest registration.</summary>
    public string KeyOf(int number) => $"{number}/{_people.Count(p => p.Number == number)}";

    public void Register(int number, bool priority)
    {
        _people.Add(new Person { Number = number, Priority = priority });
        Seat();
    }

    public void Cancel(int number)
    {
        _people.Last(p => p.Number == number).Status = RegistrationStatus.Cancelled;
        Seat();
    }

    public void SetSeats(int seats)
    {
        _seats = seats;
        _held = Math.Min(_held, seats);
        Seat();
    }

    // In order of acceptance; seats that are held for priority people and not taken by them are not there for others.
    private void Seat()
    {
        foreach (Person p in _people.Where(p => p.Status == RegistrationStatus.Waitlisted))
        {
            int priority = _people.Count(o => o.Priority && o.Status == RegistrationStatus.Confirmed);
            int free = _seats - Confirmed - (p.Priority ? 0 : Math.Max(0, _held - priority));
            if (free > 0) p.Status = RegistrationStatus.Confirmed;
        }
    }
}

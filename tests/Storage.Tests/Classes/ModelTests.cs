using CsCheck;
using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>Random commands on one class, from two processes, against a model of a few lines.</summary>
public sealed class ModelTests(AzuriteServer azurite)
{
    private static readonly Gen<Command> AnyCommand = Gen.Frequency(
        (6, Gen.Int[1, 12].Select(p => new Command("register", p))),
        (3, Gen.Int[1, 12].Select(p => new Command("cancel", p))),
        (1, Gen.Int[1, 8].Select(n => new Command("seats", n))),
        (1, Gen.Int[1, 12].Select(p => new Command("repeat", p))));

    private sealed record Command(string Kind, int Number);

    [Fact]
    public async Task Commands_InAnyOrder_AgreeWithTheModel() =>
        await Gen.Select(Gen.Int[1, 6], Gen.Int[0, 3], AnyCommand.Array[5, 25]).SampleAsync(async (seats, held, commands) =>
        {
            Office one = await Office.OpenAsync(azurite);
            Office two = one.Beside();
            await one.KeepAsync(Sample.OpenClass(seats, held: Math.Min(held, seats)));
            WaitingRoom model = new(seats, Math.Min(held, seats));
            for (int i = 0; i < commands.Length; i++)
                await ApplyAsync(i % 3 == 2 ? two : one, model, commands[i]);

            IReadOnlyList<Registration> kept = await one.Records.RegistrationsAsync(new("c1"), CancellationToken.None);
            TrainingClass c = await two.Records.GetAsync(new("c1"), CancellationToken.None);
            Assert.Equal(model.Rows, kept.Select(r => (r.Sequence, r.Status)));
            Assert.Equal(c.Seats, (await one.Summaries.OfPlanAsync(Sample.PlanId, CancellationToken.None)).Single().Seats);
            Assert.Equal(
                (model.Count(RegistrationStatus.Confirmed), model.Count(RegistrationStatus.Waitlisted), model.Count(RegistrationStatus.Cancelled)),
                (c.Seats.Confirmed, c.Seats.Waitlisted, c.Seats.Cancelled));
        }, iter: 6, threads: 1);

    private static async Task ApplyAsync(Office office, WaitingRoom model, Command command)
    {
        (string kind, int number) = command;
        switch (kind)
        {
            case "register" when model.IsActive(number):
                RuleBrokenException twice = await Assert.ThrowsAsync<RuleBrokenException>(
                    () => office.RegisterAsync(new("c1"), Sample.Person(number, IsPriority(number))));
                Assert.Equal(Rule.AlreadyRegistered, twice.Rule);
                break;
            case "register":
                model.Register(number, IsPriority(number));
                Registration r = await office.RegisterAsync(new("c1"), Sample.Person(number, IsPriority(number)), model.KeyOf(number));
                Assert.Equal(model.Last, (r.Sequence, r.Status));
                model.Codes[number] = r.Code;
                break;
            case "cancel" when model.Codes.TryGetValue(number, out string? code):
                model.Cancel(number);
                Assert.Equal(RegistrationStatus.Cancelled, (await office.CancelAsync(new("c1"), code)).Status);
                break;
            case "repeat" when model.Codes.TryGetValue(number, out string? known):
                Assert.Equal(known, (await office.RegisterAsync(new("c1"), Sample.Person(number, IsPriority(number)), model.KeyOf(number))).Code);
                break;
            case "seats" when number < model.Confirmed:
                await Assert.ThrowsAsync<RuleBrokenException>(() => office.SetSeatsAsync(new("c1"), number));
                break;
            case "seats":
                model.SetSeats(number);
                await office.SetSeatsAsync(new("c1"), number);
                break;
        }
    }

    private static bool IsPriority(int number) => number % 4 == 0;
}

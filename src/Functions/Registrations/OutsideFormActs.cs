using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Registrations;

/// <summary>
/// Registrations from an outside form (Google Forms, Microsoft Forms, KoboToolbox): JSON, signed with HMAC-SHA256 under the
/// form's secret (setting <c>WebhookSecret__formId</c>, with <c>_</c> for <c>-</c> and <c>.</c> where a setting's name cannot hold them), turned into our form by the mapping in the plan.
/// </summary>
public sealed partial class OutsideFormActs(RegistrationActs registrations, ClassSummaries classes, PlanActs plans, IConfiguration configuration)
{
    private const string Prefix = "sha256=";

    /// <param name="signature">Header <c>X-Signature: sha256=hex</c> over the exact body.</param>
    /// <exception cref="UnauthenticatedException">No such form, no secret for it, or the signature is wrong: all the same answer.</exception>
    public async Task<RegistrationReceipt> TakeAsync(PlanId planId, string formId, string? signature, byte[] body, Ask<NoForm> ask)
    {
        string? secret = SecretOf(formId);
        if (string.IsNullOrEmpty(secret) || !IsSigned(body, secret, signature)) throw new UnauthenticatedException();
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        FormMapping mapping = plan.Forms.FirstOrDefault(f => f.Id == formId) ?? throw new RecordMissingException("form");
        using JsonDocument answers = RequestJson.Read(() => JsonDocument.Parse(Whole(body)));
        Dictionary<RegistrationField, string> read = Read(mapping, answers.RootElement);
        // The outside form's own id of the submission makes a repeat the same as once; without one the content does.
        string key = read.GetValueOrDefault(RegistrationField.SubmissionId) ?? Convert.ToHexStringLower(SHA256.HashData(body));
        Submission submission = new($"form/{formId}/{key}", Convert.ToHexStringLower(SHA256.HashData(body)), Actor.OutsideForm(formId));
        ClassId classId = mapping.ClassId
            ?? (read.TryGetValue(RegistrationField.ClassId, out string? named) ? new ClassId(named) : await OpenClassAsync(plan, mapping, read,
                ask.Cancellation));
        if (await registrations.PlanOfAsync(classId, ask.Cancellation) != plan.Id) throw new RecordMissingException("class");
        Ask<RegistrationForm> form = new(ToForm(plan, read), submission, null, ask.Waker, ask.Cancellation);
        return await registrations.RegisterAsync(classId, plan.Id, form, RegistrationSource.OutsideForm);
    }

    // Azure on Linux takes letters, digits and underscores only.
    private string? SecretOf(string formId)
    {
        IConfigurationSection secrets = configuration.GetSection("WebhookSecret");
        return secrets[formId] ?? secrets[formId.Replace('-', '_').Replace('.', '_')];
    }

    private static bool IsSigned(byte[] body, string secret, string? signature)
    {
        if (signature is null || !signature.StartsWith(Prefix, StringComparison.Ordinal) || signature.Length != Prefix.Length + 64) return false;
        byte[] given = new byte[32];
        return Convert.FromHexString(signature.AsSpan(Prefix.Length), given, out _, out int written) is System.Buffers.OperationStatus.Done
            && written == given.Length
            && CryptographicOperations.FixedTimeEquals(given, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
    }

    // A form's length limit leaves half an emoji. It is left out: refused, the form would send the same again and again.
    private static string Whole(byte[] body) =>
        Escapes().Replace(Encoding.UTF8.GetString(body), escape => escape.Length == "\\ud83d".Length ? "\\ufffd" : escape.Value);

    // A whole pair; another escape; half of a pair.
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\[^u]|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex Escapes();

    private static Dictionary<RegistrationField, string> Read(FormMapping mapping, JsonElement root)
    {
        Dictionary<RegistrationField, string> read = [];
        foreach (FormField field in mapping.Fields)
        {
            if (OutsideAnswers.Find(root, field.From) is not { } value) continue;
            string text = PlainText.Mended(value.ToString()).Replace($"{PlainText.Replacement}", "", StringComparison.Ordinal);
            read[field.To] = field.Values.FirstOrDefault(v => Folding.Fold(v.From) == Folding.Fold(text))?.To ?? text;
        }

        return read;
    }

    private static RegistrationForm ToForm(Plan plan, Dictionary<RegistrationField, string> read)
    {
        string? commune = read.GetValueOrDefault(RegistrationField.Commune);
        RegistrationForm form = new()
        {
            FullName = read.GetValueOrDefault(RegistrationField.FullName),
            BirthYear = OutsideAnswers.Year(read.GetValueOrDefault(RegistrationField.BirthYear)),
            Sex = Named<Sex>(read.GetValueOrDefault(RegistrationField.Sex)),
            Phone = read.GetValueOrDefault(RegistrationField.Phone),
            Village = read.GetValueOrDefault(RegistrationField.Village),
            UnitId = commune is null ? null : CommuneOf(plan, commune) ?? commune,
            Audience = Named<Audience>(read.GetValueOrDefault(RegistrationField.Audience)),
            // The outside form asks for it before it lets anybody send.
            Consent = true,
        };
        return DetailField.Fill(form, detail => Named<RegistrationField>(detail.OutsideName) is { } field ? read.GetValueOrDefault(field) : null);
    }

    private static string? CommuneOf(Plan plan, string text) => plan.Units.FirstOrDefault(
        u => u.IsCommuneLevel && (u.Id == text || Folding.Fold(u.Name) == Folding.Fold(text) || Folding.Fold(u.ShortName) == Folding.Fold(text)))?.Id;

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : null;

    // A form for a whole stream: the class at the person's commune, else the one that closes first.
    private async Task<ClassId> OpenClassAsync(Plan plan, FormMapping mapping, Dictionary<RegistrationField, string> read, CancellationToken cancellation)
    {
        string? commune = read.GetValueOrDefault(RegistrationField.Commune) is { } text ? CommuneOf(plan, text) : null;
        return (await classes.OfPlanAsync(plan.Id, cancellation))
            .Where(c => c.StreamId == mapping.StreamId && c.Stage == ClassStage.Registering)
            .OrderByDescending(c => c.HostUnitId == commune).ThenBy(c => c.Announced().RegistrationClosesAt)
            .FirstOrDefault()?.Id ?? throw new RecordMissingException("class");
    }
}

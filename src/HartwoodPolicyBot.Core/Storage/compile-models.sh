#!/usr/bin/env bash
# Writes CompiledModels: EF's model of the database for each provider, as code, so that a start need not work it out.
# Run it after each new migration. A test fails while the compiled models differ from HartwoodDbContext.
set -euo pipefail
cd "$(dirname "$0")/../../.."
models=src/HartwoodPolicyBot.Core/Storage/CompiledModels
program=tests/HartwoodPolicyBot.Benchmarks

dotnet tool restore >/dev/null
# The old models may name a property that is gone, so the program is built without them.
dotnet build "$program" -v q -p:RunAnalyzers=false -p:WithoutCompiledModels=true
rm -rf "$models"
for provider in Sqlite PostgreSql; do
  dotnet ef dbcontext optimize --no-build --project src/HartwoodPolicyBot.Core --startup-project "$program" \
    --output-dir "Storage/CompiledModels/$provider" --namespace "HartwoodPolicyBot.Core.Storage.CompiledModels.$provider" \
    -- "$provider" >/dev/null
  # EF would take the model from this attribute, but it can stand only once, and there are two.
  rm "$models/$provider/HartwoodDbContextAssemblyAttributes.cs"
done
sed -i -e 's/^\xEF\xBB\xBF//' -e 's/public partial class/internal partial class/' "$models"/*/*.cs

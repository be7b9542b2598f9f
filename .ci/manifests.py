"""Holds deploy/ against itself and against the program, beyond what schemas can say.

    kubectl kustomize deploy/kubernetes | python3 .ci/manifests.py target/release/followup

Names lead somewhere, selectors find the pods, times fit each other, the containers may do nothing that they need not, each variable is a setting,
and the program takes the values.
"""

import pathlib
import re
import subprocess
import sys

import yaml
from compose_spec import PyCompose

KUBERNETES = pathlib.Path("deploy/kubernetes")
COMPOSE = pathlib.Path("deploy/compose.yaml")
USER = 65532

binary = pathlib.Path(sys.argv[1]).resolve()
settings = set(re.findall(r"FOLLOWUP_\w+", pathlib.Path("docs/operations.md").read_text()))
faults = []


def hold(what, holds):
    if not holds:
        faults.append(what)


def seconds(environment):
    """From SIGTERM to the last moment at which the process may still run; the program's own defaults are 1 and 10."""
    return float(environment.get("FOLLOWUP_DRAIN_TIME", 1)) + float(environment.get("FOLLOWUP_STOP_TIMEOUT", 10))


def takes(where, environment):
    """The program starts with these variables."""
    for name in environment:
        hold(f"{where}: {name} is no setting in docs/operations.md", name in settings)
    checked = subprocess.run([binary, "--check-config"], env=environment, capture_output=True, text=True)
    hold(f"{where}: {checked.stderr.strip()}", checked.returncode == 0)


def kubernetes(documents):
    listed = set(yaml.safe_load((KUBERNETES / "kustomization.yaml").read_text())["resources"])
    there = {path.name for path in KUBERNETES.glob("*.yaml")} - {"kustomization.yaml"}
    hold(f"kustomization.yaml lists {listed ^ there} otherwise", listed == there)
    by_kind = {document["kind"]: document for document in documents}
    hold("two of a kind, or one that is not expected", len(documents) == len(by_kind) == 6)
    hold("a namespace is forced", not any("namespace" in document["metadata"] for document in documents))

    deployment = by_kind["Deployment"]
    template = deployment["spec"]["template"]
    labels, pod = template["metadata"]["labels"], template["spec"]
    (container,) = pod["containers"]
    selectors = {
        "Deployment": deployment["spec"]["selector"]["matchLabels"],
        "Service": by_kind["Service"]["spec"]["selector"],
        "PodDisruptionBudget": by_kind["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        "NetworkPolicy": by_kind["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
    }
    for number, spread in enumerate(pod["topologySpreadConstraints"]):
        selectors[f"topologySpreadConstraints {number}"] = spread["labelSelector"]["matchLabels"]
    for who, selector in selectors.items():
        hold(f"{who} does not select the pods", selector and selector.items() <= labels.items())

    scaled = by_kind["HorizontalPodAutoscaler"]["spec"]
    hold("the autoscaler has another target", scaled["scaleTargetRef"]["name"] == deployment["metadata"]["name"])
    hold("the autoscaler and the deployment both count", "replicas" not in deployment["spec"])
    hold("a share of no request", "cpu" in container["resources"]["requests"])
    hold("one instance is none while it restarts", scaled["minReplicas"] >= 2)
    hold("another service account", pod["serviceAccountName"] == by_kind["ServiceAccount"]["metadata"]["name"])

    ports = {port["name"]: port["containerPort"] for port in container["ports"]}
    named = [port["targetPort"] for port in by_kind["Service"]["spec"]["ports"]]
    named += [port["port"] for rule in by_kind["NetworkPolicy"]["spec"]["ingress"] for port in rule["ports"]]
    named += [container[probe]["httpGet"]["port"] for probe in ("startupProbe", "readinessProbe", "livenessProbe")]
    hold(f"ports {named} are not all in {ports}", set(named) <= set(ports))

    environment = {variable["name"]: variable["value"] for variable in container["env"] if "value" in variable}
    takes("Deployment", environment)
    hold("it listens elsewhere", environment["FOLLOWUP_LISTEN"].endswith(f":{ports.get('http')}"))
    hold("it is killed while it stops", pod["terminationGracePeriodSeconds"] > seconds(environment))
    readiness = container["readinessProbe"]
    noticed = readiness["periodSeconds"] * readiness["failureThreshold"] + readiness["timeoutSeconds"]
    hold("the drain is over before the probe notices", float(environment["FOLLOWUP_DRAIN_TIME"]) > noticed)

    allowed, outside = container["securityContext"], pod["securityContext"]
    hold("root, or anybody", outside["runAsNonRoot"] and outside["runAsUser"] == outside["runAsGroup"] == USER)
    hold("no seccomp profile", outside["seccompProfile"]["type"] == "RuntimeDefault")
    hold("a root file system to write to", allowed["readOnlyRootFilesystem"])
    hold("more privileges", not allowed["allowPrivilegeEscalation"] and allowed["capabilities"] == {"drop": ["ALL"]})
    hold("a token", not pod["automountServiceAccountToken"] and not by_kind["ServiceAccount"]["automountServiceAccountToken"])


def compose():
    text = COMPOSE.read_text()
    PyCompose.from_yaml(text).validate()
    services = yaml.safe_load(text)["services"]
    balancer = services.pop("balancer")
    hold("not two instances", len(services) == 2)
    hold("the balancer waits for others", set(balancer["depends_on"]) == set(services))
    behind = {balancer["environment"][name] for name in ("INSTANCE_A", "INSTANCE_B")}
    hold("the balancer asks others", behind == {f"{name}:8080" for name in services})
    for volume in balancer["volumes"]:
        hold(f"no {volume}", (COMPOSE.parent / volume.split(":")[0]).is_file())
    for name, service in services.items():
        environment = {variable: value for variable, value in service["environment"].items() if value is not None}
        takes(name, environment)
        hold(f"{name} listens elsewhere", environment["FOLLOWUP_LISTEN"].endswith(":8080"))
        hold(f"{name} is killed while it stops", float(service["stop_grace_period"].removesuffix("s")) > seconds(environment))
        hold(f"{name} may do more than it needs", service["read_only"] and service["cap_drop"] == ["ALL"] and service["user"] == f"{USER}:{USER}")


documents = list(yaml.safe_load_all(sys.stdin))
kubernetes(documents)
compose()
for fault in faults:
    print(f"fault: {fault}")
print(f"{len(documents)} Kubernetes resources and compose.yaml, {len(faults)} faults")
sys.exit(1 if faults else 0)
